import gc
class A:
    def __del__(self):
        print('del A')
def main(*args):
    try:
        a = f
    except Exception as problem:
        print(problem)
    gc.collect(0)
    try:
        h.discard(1)
    except Exception as problem:
        g = problem
main(A())
print('again')
main(A())
