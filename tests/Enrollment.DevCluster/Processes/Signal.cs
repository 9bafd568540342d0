using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Enrollment.DevCluster.Processes;

internal static class Signal
{
    private const int Sigterm = 15;

    /// <summary>SIGTERM; Windows has nothing alike for a process without a console of its own, so it is ended there.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
            process.Kill();
        else
            _ = Kill(process.Id, Sigterm);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
