using System.Globalization;

namespace Enrollment.Cli.Placement;

/// <summary>One line, written anew for every hundredth done.</summary>
internal sealed class ProgressLine(TextWriter error, Texts texts)
{
    private int _last = -1;

    public void Report(int done, int all)
    {
        var hundredths = (int)(100L * done / all);
        if (hundredths == _last)
            return;
        _last = hundredths;
        error.Write($"\r{texts.Format("Searching", hundredths.ToString(CultureInfo.InvariantCulture))}");
        if (hundredths == 100)
            error.WriteLine();
    }
}
