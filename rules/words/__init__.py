"""What people call things: a title for each field and for each value of an enumeration.

One name means one thing in the whole house, so its title stands once, in the file of its subject
here. Where a name means something narrower in one struct, the struct says so itself:
`number: Annotated[str, Meta(title="合同编号")]`. The API document, the clients' comments, forms,
tables and headings of sheets all ask `rules.words.word`.
"""
