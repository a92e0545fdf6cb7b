/** JSON as plain values, read strictly and written plainly. The only place that names Jackson. */
package dev.leadkeeper.json;
