# None by its hash, which is its address up to 3.11.
b = set([None, 'some text'])
print(b)
print({None, 1, 2.5, 'x'})
print(hash(None) & 15)
