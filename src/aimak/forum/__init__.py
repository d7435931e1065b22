"""What a regional forum takes along: a pack of lesson pages for an oblast and each of its municipalities."""
