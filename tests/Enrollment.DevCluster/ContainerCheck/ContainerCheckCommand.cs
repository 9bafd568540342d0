using System.CommandLine;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Processes;

namespace Enrollment.DevCluster.ContainerCheck;

/// <summary>`container-check`: what the image holds, started as the image starts it, serves the README's example and drains.</summary>
internal static class ContainerCheckCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The published local build, already read-only" };
        var command = new Command("container-check", "Start a published folder as the container does: no root, nothing writable; serve, probe, drain") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                await CheckAsync(parsed.GetValue(folder)!, cancellation);
                return 0;
            }
            catch (Exception e) when (e is ChildFailedException or CheckFailedException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return Failed;
            }
        });
        return command;
    }

    private static async Task CheckAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(cancellation: cancellation);
        await using var departments = await WebProcess.StartAsync(WebProgram.Simulator, HostSettings.Simulator(Repository.PathOf("seeds")), cancellation);
        var settings = HostSettings.Functions(azurite.NextAccount().ConnectionString, departments.Address);
        // As the Dockerfile has it.
        settings["DOTNET_EnableDiagnostics"] = "0";
        settings["Logging__LogLevel__Default"] = "Information";
        await using var host = await WebProcess.StartAsync(Published(folder), settings, cancellation);
        using (var control = new SimulatorControl(departments.Address))
            await control.CallBackToAsync(host.Address, cancellation);
        try
        {
            Confinement.Require(host.ProcessId!.Value, folder);
            await ReadmeExample.RunAsync(host.Address, DemoFamily.Read(Repository.PathOf("seeds")), cancellation);
            await ProbeAsync(folder, host.Address, cancellation);
            await DrainAsync(host);
        }
        catch (Exception e) when (e is CheckFailedException or HttpRequestException)
        {
            throw new CheckFailedException($"{e.Message}{Environment.NewLine}--- the host's last lines ---{Environment.NewLine}{host.Output}");
        }
    }

    private static WebProgram Published(DirectoryInfo folder) =>
        new("published function host", Path.Combine(folder.FullName, "Enrollment.Functions.dll"), "api/health/ready")
        {
            Launcher = ["sh", Repository.PathOf("infra/as-in-container.sh")],
        };

    // The image's HEALTHCHECK, against the service and against nobody.
    private static async Task ProbeAsync(DirectoryInfo folder, Uri host, CancellationToken cancellation)
    {
        var dll = Path.Combine(folder.FullName, "Enrollment.Functions.dll");
        var (healthy, _) = await Shell.RunAsync(["dotnet", dll, "--probe", new Uri(host, "api/health/ready").AbsoluteUri], cancellation);
        var (nobody, _) = await Shell.RunAsync(["dotnet", dll, "--probe", "http://127.0.0.1:9/"], cancellation);
        CheckFailedException.Unless((healthy, nobody) == (0, 1), $"The probe ended with {healthy} for the service and {nobody} for nobody.");
        Console.WriteLine("probe                 0 for the service, 1 for nobody");
    }

    private static async Task DrainAsync(WebProcess host)
    {
        CheckFailedException.Unless(await host.StopAsync(), "SIGTERM did not end the service within a minute.");
        CheckFailedException.Unless(host.ExitCode == 0, $"After SIGTERM the service ended with exit code {host.ExitCode}.");
        Console.WriteLine("SIGTERM               drained, exit code 0");
    }
}
