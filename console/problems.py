"""What a person sees when a page cannot be shown."""

from console.templates import page


def problem_page(status: int, title: str, detail: str = "", request_id: str = "") -> str:
    """A page that says what went wrong and what to do; `request_id` helps whoever is called."""
    return page("problem.html", status=status, title=title, detail=detail, request_id=request_id)
