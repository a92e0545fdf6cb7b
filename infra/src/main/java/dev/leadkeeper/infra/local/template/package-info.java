/** Reading {@code template.yaml}: CloudFormation and SAM into plain records, or an error that names what is not understood. */
package dev.leadkeeper.infra.local.template;
