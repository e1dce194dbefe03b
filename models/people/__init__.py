"""Persons behind a WeChat login, accounts behind a password, their homes and what they act for."""
