using System.CommandLine;
using Enrollment.DevCluster;

return await new RootCommand("Storage, departments and function hosts on this machine")
{
    StorageCommand.Create(),
}.Parse(args).InvokeAsync();
