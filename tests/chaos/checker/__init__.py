"""An independent judge of a run: did every promise hold, whatever was killed, cut or lost on the way?

It shares no code with the product, so that a misreading in the product is not repeated here. It reads the
four databases and the four topics once all is quiet, and what the load wrote down of its own requests.
The rules are our own reading of the contract; each module holds one concern and says which promise it
judges. `python -m tests.chaos.checker FOLDER` prints one line and writes FOLDER/verdict.json.
"""
