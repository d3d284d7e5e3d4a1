"""The leaf words of the domain: money, time, places, groups, problems. Knows no file, table or law."""
