using System.Globalization;

namespace Enrollment.DevCluster.ContainerCheck;

/// <summary>What the kernel says of the running service: otherwise the check could pass outside its cage.</summary>
internal static class Confinement
{
    public static void Require(int processId, DirectoryInfo folder)
    {
        var status = File.ReadLines($"/proc/{processId}/status").Select(line => line.Split(':', 2))
            .ToDictionary(line => line[0], line => line[1].Trim(), StringComparer.Ordinal);
        var users = status["Uid"].Split('\t').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        CheckFailedException.Unless(users.All(id => id != 0), $"The service runs as root ({status["Uid"]}).");
        CheckFailedException.Unless(status["CapEff"].All(digit => digit == '0'), $"The service has capabilities ({status["CapEff"]}).");
        var writable = folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(folder)
            .Where(file => (file.UnixFileMode & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None).ToList();
        CheckFailedException.Unless(writable.Count == 0, $"Writable in the published folder: {string.Join(", ", writable.Take(3))}.");
        Console.WriteLine($"confinement           user {users[0]}, no capabilities, nothing writable in {folder.FullName}; {Root(processId)}");
    }

    private static string Root(int processId)
    {
        var options = File.ReadLines($"/proc/{processId}/mounts").Select(line => line.Split(' ')).FirstOrDefault(mount => mount[1] == "/")?[3] ?? "";
        return options.Split(',').Contains("ro") ? "root file system read-only" : "root file system as this machine has it (no right to mount)";
    }
}
