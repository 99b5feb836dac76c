type A[T: int = str, *Ts = *tuple[int], **P = [int]] = list[T]
type B = int
def gen[T, U: (int, str)](x: T, *args: *Ts, k: U = 3, **kw) -> T:
    return x
class C[T](Base[T], metaclass=M):
    def m[K](self, k: K) -> T: return k
    type L = list[T]
