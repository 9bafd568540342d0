namespace Enrollment.DevCluster.Processes;

/// <summary>A child ended or stayed silent where it should have become ready; the message carries its last lines.</summary>
public sealed class ChildFailedException : Exception
{
    public ChildFailedException(string message) : base(message)
    {
    }

    public ChildFailedException(string message, Exception inner) : base(message, inner)
    {
    }

    private ChildFailedException(string what, string output, bool portTaken)
        : base($"{what}{Environment.NewLine}--- its last lines ---{Environment.NewLine}{output}") =>
        PortTaken = portTaken;

    /// <summary>True when the child said that its port is in use: another port, or another moment, may do.</summary>
    public bool PortTaken { get; }

    internal static ChildFailedException For(string what, OutputTail output)
    {
        var text = output.ToString();
        var portTaken = text.Contains("EADDRINUSE", StringComparison.Ordinal)
            || text.Contains("address already in use", StringComparison.OrdinalIgnoreCase);
        return new ChildFailedException(what, text, portTaken);
    }
}
