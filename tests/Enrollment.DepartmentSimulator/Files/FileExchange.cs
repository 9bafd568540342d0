using Azure;
using Azure.Storage.Blobs;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Files;

/// <summary>Picks up files of questions and puts down files of answers, as the night shift of a department does.</summary>
internal sealed class FileExchange(FileSettings settings, Offices offices, FileDesk desk, FileBehaviors behaviors, TimeProvider time) : BackgroundService
{
    private readonly HashSet<string> _picked = new(StringComparer.Ordinal);

    /// <summary>Looks once at every department's folder; the answers that are due later are returned.</summary>
    public async Task<IReadOnlyList<Task>> LookAsync(BlobContainerClient container, CancellationToken stopping)
    {
        var later = new List<Task>();
        foreach (var department in Department.All)
        {
            await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"questions/{department.Path}/" }, stopping))
            {
                if (!_picked.Add(blob.Name))
                    continue;
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(stopping);
                var rows = desk.Answer(offices.Find(department.Path)!, content.Value.Content.ToArray());
                later.Add(PutAsync(container, behaviors.Of(department), $"answers/{department.Path}/{Path.GetFileNameWithoutExtension(blob.Name)}", rows, stopping));
            }
        }
        return later;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.ConnectionString is not { Length: > 0 } connection)
            return;
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
        var container = new BlobContainerClient(connection, settings.Container, options);
        var late = new List<Task>();
        using var timer = new PeriodicTimer(settings.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                late.AddRange(await LookAsync(container, stoppingToken));
            }
            // The container is the service's to make, and it may start after us.
            catch (RequestFailedException e) when (e.Status == 404)
            {
            }
            await Task.WhenAll(late.Where(put => put.IsCompleted));
            late.RemoveAll(put => put.IsCompleted);
        }
    }

    private async Task PutAsync(BlobContainerClient container, FileBehavior behavior, string name, IReadOnlyList<string> rows, CancellationToken stopping)
    {
        var whole = HashedCsv.Write(FileDesk.AnswerHeader, rows);
        foreach (var (delayed, suffix, content) in Parts(behavior.Kind, rows, whole))
        {
            if (delayed)
                await Task.Delay(TimeSpan.FromMilliseconds(behavior.DelayMs), time, stopping);
            await container.GetBlobClient($"{name}{suffix}.csv").UploadAsync(BinaryData.FromBytes(content), overwrite: true, stopping);
        }
    }

    private static IEnumerable<(bool Delayed, string Suffix, byte[] Content)> Parts(FileBehaviorKind kind, IReadOnlyList<string> rows, byte[] whole)
    {
        var half = rows.Count / 2;
        return kind switch
        {
            FileBehaviorKind.Whole => [(false, "", whole)],
            FileBehaviorKind.Late => [(true, "", whole)],
            FileBehaviorKind.Repeated => [(false, "", whole), (true, "-again", whole)],
            FileBehaviorKind.Partial =>
            [
                (false, "-a", HashedCsv.Write(FileDesk.AnswerHeader, [.. rows.Take(half)])), (true, "-b", HashedCsv.Write(FileDesk.AnswerHeader, [.. rows.Skip(half)])),
            ],
            FileBehaviorKind.Corrupted => [(false, "", Altered(whole)), (true, "-corrected", whole)],
            FileBehaviorKind.CutOff => [(false, "", whole[..(whole.Length * 2 / 3)]), (true, "", whole)],
            _ => throw new InvalidOperationException($"No files for {kind}"),
        };
    }

    private static byte[] Altered(byte[] content)
    {
        var altered = content.ToArray();
        var at = FileDesk.AnswerHeader.Length + 1;
        altered[at] = (byte)(altered[at] == 'a' ? 'b' : 'a');
        return altered;
    }
}

/// <summary>The section <c>Simulator:Files</c>; without a connection string no files are exchanged.</summary>
internal sealed record FileSettings
{
    public string? ConnectionString { get; init; }

    public string Container { get; init; } = "department-files";

    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);
}
