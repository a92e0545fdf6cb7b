/** What it costs to check the largest files that may be filed. */
package dev.leadkeeper.infra.bench.files;
