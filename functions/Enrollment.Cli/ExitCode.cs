namespace Enrollment.Cli;

internal static class ExitCode
{
    public const int Holds = 0;
    public const int DoesNotHold = 1;
    public const int Usage = 2;
}
