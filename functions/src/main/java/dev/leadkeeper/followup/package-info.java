/** The rep's side: contacts, activities with their evidence, stages and outcomes. */
package dev.leadkeeper.followup;
