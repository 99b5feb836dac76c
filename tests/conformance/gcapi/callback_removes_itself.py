# A callback that takes itself off the list while it is walked.
import gc
def one(phase, info):
    print('one', phase); gc.callbacks.remove(one)
def two(phase, info): print('two', phase)
def three(phase, info): print('three', phase)
gc.callbacks.extend([one, two, three])
gc.collect(0)
print(len(gc.callbacks))
gc.callbacks.clear()
