"""Every option of every role, pressed: what is offered works, what is not is refused as said."""
