box.append(ticket)
desk["reserved"] = ticket
seat.reserved = ticket
gone = id(second)
second = None
