using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Enrollment.DevCluster.Processes;

// DOTNET_STARTUP_HOOKS names this assembly in every .NET child we start; the runtime calls Initialize before Main.
// The child's standard input is a pipe that only we hold: its end means that we are gone, however we went
// (SIGKILL too, where no handler of ours can run), and the child goes with us. Node children do the same, see ChildCommand.
[SuppressMessage("Design", "CA1050", Justification = "the runtime looks for this very name outside any namespace")]
[SuppressMessage("Design", "MA0047", Justification = "the runtime looks for this very name outside any namespace")]
internal static class StartupHook
{
    public static void Initialize()
    {
        new Thread(EndWithParent) { IsBackground = true, Name = "end with parent" }.Start();
        ClockAhead.SetWhereAsked();
    }

    private static void EndWithParent()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
