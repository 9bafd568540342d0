using Enrollment.DepartmentSimulator;

try
{
    await SimulatorApplication.Create(args).RunAsync();
    return 0;
}
catch (SetupException setup)
{
    await Console.Error.WriteLineAsync(setup.Message);
    return 1;
}
