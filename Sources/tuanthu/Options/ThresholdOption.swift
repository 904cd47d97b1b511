public import ArgumentParser
public import Reports

extension FailureThreshold: ExpressibleByArgument {}
