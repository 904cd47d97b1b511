public import ArgumentParser
public import Model

extension Language: ExpressibleByArgument {}
