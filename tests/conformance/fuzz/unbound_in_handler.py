def main():
    try:
        1/0
    except Exception:
        aaa
try:
  main()
except NameError as e: print(e)
