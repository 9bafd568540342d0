namespace Enrollment.Cli.Supply;

/// <summary>Files named on the command line; which are not there goes to the error output.</summary>
internal sealed class SupplyStreams(Texts texts, TextWriter error) : IDisposable
{
    private readonly List<FileStream> _open = [];

    /// <summary>Was any of them not there?</summary>
    public bool IsMissing { get; private set; }

    public Stream? Open(FileInfo file)
    {
        if (!file.Exists)
        {
            IsMissing = true;
            error.WriteLine(texts.Format("NoSuchFile", file.FullName));
            return null;
        }
        var stream = file.OpenRead();
        _open.Add(stream);
        return stream;
    }

    public Stream? OpenIfNamed(FileInfo? file) => file is null ? null : Open(file);

    public void Dispose()
    {
        foreach (var stream in _open)
            stream.Dispose();
    }
}
