namespace Enrollment.Benchmarks.Pipeline;

/// <param name="Applications">In each measured round.</param>
/// <param name="Rounds">Measured rounds of the service, and as many of the floor.</param>
/// <param name="Unsettled">Applications under way at most.</param>
/// <param name="WarmUp">Applications before the first round, for the service and for the floor.</param>
/// <param name="Json">Where the figures go beside the console.</param>
internal sealed record PipelineOptions(int Applications, int Rounds, int Unsettled, int WarmUp, FileInfo? Json);
