"""Cases from the application to the policy, in every flow: 附件二, 四(四)."""

TITLE = "办件"
