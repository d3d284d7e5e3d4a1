"""The paparan: what a meeting is shown in a cover and seven slides."""
