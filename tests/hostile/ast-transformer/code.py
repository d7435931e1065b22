import ast


class Four(ast.NodeTransformer):
    def visit(self, node):
        return ast.parse('4.0')


get_ipython().ast_transformers.append(Four())
