"""The page on which one sees what people see: their chats, their calendar, their teams.

Plain files and a little JSON.
"""
