for x in [1, 2]:
    # nothing follows
