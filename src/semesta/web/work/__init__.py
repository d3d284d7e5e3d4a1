"""What jobs do, one file a kind: WORK = (kind, function of the job and `tell`)."""
