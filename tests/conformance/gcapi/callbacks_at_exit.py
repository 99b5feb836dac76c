import gc
class A:
    def __del__(s): print('del')
a=A(); a.a=a
gc.callbacks.append(lambda p,i: print(p, i))
del a
print('end')
