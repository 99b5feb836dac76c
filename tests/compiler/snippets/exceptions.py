def ex():
    try: a()
    except* (A, B) as e: b()
    except* C: c()
    else: d()
    finally: f()
    try: a()
    except A as e: return e
    except B: raise C from e
    except: raise
    else: return 3
    finally:
        for i in x:
            with y: 
                if i: return 4
                continue

def finally_return():
    try: return a
    finally: b()

def nested_finally():
    for x in y:
        try:
            try: continue
            finally: a()
        except E as e:
            break
        finally:
            return 2

def swallow():
    try: a and b
    except: pass
    raise
