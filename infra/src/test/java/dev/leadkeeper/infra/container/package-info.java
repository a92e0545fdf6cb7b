/** The container-image route: infra/ops/container. */
package dev.leadkeeper.infra.container;
