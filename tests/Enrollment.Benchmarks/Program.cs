using System.CommandLine;
using Enrollment.Benchmarks.Admission;
using Enrollment.Benchmarks.Departments;
using Enrollment.Benchmarks.Pipeline;
using Enrollment.Benchmarks.Placement;

return await new RootCommand("Measures the service on this machine")
{
    PipelineCommand.Create(),
    PlacementCommand.Create(),
    AdmissionCommand.Create(),
    CoordinationCommand.Create(),
    DepartmentsCommand.Create(),
}.Parse(args).InvokeAsync();
