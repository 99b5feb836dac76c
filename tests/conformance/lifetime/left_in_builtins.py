"""What a program leaves in builtins dies when they are restored, behind the modules."""
import builtins
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
builtins.kept = D("in builtins")
here = D("global")
try: raise OSError(2, "gone", "file")
except FileNotFoundError as e: print(type(e).__name__, e.args, e.filename); builtins.error = e; e.held = D("on an exception in builtins")
print("end")
