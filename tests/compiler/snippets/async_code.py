async def co(a):
    async with a as b, c: await d
    async for i in a:
        if i: break
        continue
    else: pass
    x = [i async for i in a if await i]
    y = (i async for i in a)
    z = {i: j async for i in a for j in i}
    w = [[k for k in i] async for i in a]
    return await b
async def ag():
    try:
        yield 1
        await x
        yield
    finally:
        await y
