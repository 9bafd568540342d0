using System.Diagnostics;
using System.Text;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>A PDF as its readers see it: text to copy, codes to scan (poppler-utils, zbar-tools).</summary>
internal sealed class PrintedPdf : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("printed-");
    private readonly string _file;

    public PrintedPdf(byte[] pdf)
    {
        _file = Path.Combine(_folder.FullName, "printed.pdf");
        File.WriteAllBytes(_file, pdf);
    }

    public Task<string> TextAsync() => RunAsync("pdftotext", "-layout", _file, "-");

    public async Task<string[]> PagesAsync() => (await TextAsync()).Split('\f')[..^1];

    /// <summary>Of the first page.</summary>
    public async Task<string> QrCodeAsync() => (await QrCodesAsync("-singlefile")).Single();

    /// <summary>Of every page in turn.</summary>
    public async Task<IReadOnlyList<string>> QrCodesAsync(params string[] which)
    {
        await RunAsync("pdftoppm", ["-r", "150", "-png", .. which, _file, Path.Combine(_folder.FullName, "page")]);
        var codes = new List<string>();
        foreach (var image in _folder.GetFiles("page*.png").OrderBy(image => image.Name, StringComparer.Ordinal))
        {
            codes.Add((await RunAsync("zbarimg", "-q", "--raw", image.FullName)).Trim());
            image.Delete();
        }
        return codes;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
