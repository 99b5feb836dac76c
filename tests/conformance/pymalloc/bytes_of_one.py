# Single bytes are made once, but not by every way.
x = "x".encode()
empty = bytes(0)
data = bytearray(b"x")
print(bytes(1) is bytes(1), bytes(data) is bytes(data))
print(bytes([120]) is x, bytes(iter([120])) is x, b"xy"[:1] is x, bytes({120}) is x)
print(bytes(0) is empty, bytes(bytearray()) is empty, "x".encode() is x, bytes("x", "ascii") is x)
class Four:
    def __index__(self):
        return 1
class Own:
    def __bytes__(self):
        return b"x"
print(bytes(Four()) is bytes([0]), bytes(Own()) is x)
