if number % 20 == 0:
    gc.collect()
