using System.CommandLine;
using Enrollment.DevCluster;
using Enrollment.DevCluster.ContainerCheck;
using Enrollment.DevCluster.Demo;

return await new RootCommand("Storage, departments and function hosts on this machine")
{
    DemoCommand.Create(),
    SeedCommand.Create(),
    StorageCommand.Create(),
    ContainerCheckCommand.Create(),
}.Parse(args).InvokeAsync();
