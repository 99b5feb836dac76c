copies = copy.deepcopy(originals)
