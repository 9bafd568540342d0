using System.CommandLine;
using Enrollment.Benchmarks.Pipeline;

return await new RootCommand("Measures the service on this machine")
{
    PipelineCommand.Create(),
}.Parse(args).InvokeAsync();
