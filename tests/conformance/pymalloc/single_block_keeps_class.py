# A pool of which other blocks are in use keeps its class: one freed block does not serve another size.
for n in (230, 260, 300, 340, 370, 400, 430, 470):
    block = bytes(n)
    place = id(block)
    del block
    other = bytes(n - 40)
    print(n, id(other) == place, abs(id(other) - place) < 64)
    again = bytes(n)
    print(n, id(again) == place)
    del other, again
