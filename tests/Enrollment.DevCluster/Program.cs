using System.CommandLine;
using Enrollment.DevCluster;
using Enrollment.DevCluster.ContainerCheck;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Traces;

return await new RootCommand("Storage, departments and function hosts on this machine")
{
    DemoCommand.Create(),
    SeedCommand.Create(),
    StorageCommand.Create(),
    TraceCommand.Create(),
    ContainerCheckCommand.Create(),
}.Parse(args).InvokeAsync();
