"""The budget proposal: what is asked for, line by line, in the columns of a regional budget system."""
