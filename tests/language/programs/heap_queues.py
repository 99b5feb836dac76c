import heapq
import itertools
print([n for n in dir(heapq) if n[0] != '_'])
if hasattr(heapq, 'heapify_max'):
    h = [3, 1, 4, 1, 5, 9, 2, 6]
    heapq.heapify_max(h); print(h)
    heapq.heappush_max(h, 7); print(h)
    print(heapq.heappop_max(h), h)
    print(heapq.heappushpop_max(h, 2), heapq.heappushpop_max(h, 20), h)
    print(heapq.heapreplace_max(h, 0), h)
    try: heapq.heappop_max([])
    except IndexError as e: print(e)
h = [5, 3, 8, 1]
heapq.heapify(h)
print(h)
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heapreplace([], 1)
except IndexError as e: print(e)
try: heapq.heappush((1,), 1)
except TypeError as e: print(e)
try: heapq.heapify(3)
except TypeError as e: print(e)
print(heapq.nsmallest(2, 'hello', key=ord), heapq.nlargest(2, [1,5,3]), heapq.nlargest(0, [1]))
m = heapq.merge([1,4,7],[2,5,8], [0, 10]); print(type(m), next(m), list(m))
print(list(itertools.islice(heapq.merge(itertools.count(0, 2), itertools.count(1, 2)), 6)))
print(list(heapq.merge([5,3,1],[4,2], reverse=True)), list(heapq.merge(['a','bbb'],['cc'], key=len)))
