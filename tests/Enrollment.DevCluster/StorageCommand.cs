using System.CommandLine;
using Enrollment.DevCluster.Azurite;

namespace Enrollment.DevCluster;

/// <summary>`storage`: the emulator alone, for whoever runs the host from an IDE.</summary>
internal static class StorageCommand
{
    public static Command Create()
    {
        var command = new Command("storage", "Serve an empty storage emulator until Ctrl-C");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(cancellation: cancellation);
        Console.WriteLine($"process {azurite.ProcessId}");
        Console.WriteLine($"AzureWebJobsStorage={azurite.NextAccount().ConnectionString}");
        await Forever.UntilAsync(cancellation);
        return 0;
    }
}
