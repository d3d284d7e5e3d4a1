"""The whole office in one archive, and back again on an empty machine."""
