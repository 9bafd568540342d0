using System.CommandLine;

namespace Enrollment.Cli.DeadLetters;

/// <summary>Which service is asked, and as whom. A token never stands on the command line: every user of the machine could read it there.</summary>
internal sealed class ServiceOptions(Texts texts)
{
    public const string TokenVariable = "ENROLL_TOKEN";

    public Option<Uri> Service { get; } = new("--service")
    {
        Description = texts["Option_Service"],
        Required = true,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && MayCarryATokenTo(address))
                return address;
            result.AddError(texts["Service_Address"]);
            return null;
        },
    };

    public Option<FileInfo?> TokenFile { get; } = new("--token-file") { Description = texts["Option_TokenFile"] };

    public Option<bool> Json { get; } = new("--json") { Description = texts["Option_Json"] };

    public Command Create(string name, string description, params Symbol[] more)
    {
        var command = new Command(name, description) { Service, TokenFile, Json };
        foreach (var symbol in more)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
        return command;
    }

    /// <summary>The service; null when nobody says as whom to ask, which then stands in the error output.</summary>
    public EnrollmentService? Open(ParseResult parsed)
    {
        var error = parsed.InvocationConfiguration.Error;
        var file = parsed.GetValue(TokenFile);
        if (file is { Exists: false })
        {
            error.WriteLine(texts.Format("NoSuchFile", file.FullName));
            return null;
        }
        var token = (file is null ? Environment.GetEnvironmentVariable(TokenVariable) : File.ReadAllText(file.FullName))?.Trim();
        // A header takes no more than this, and what a text file holds otherwise should not be sent anywhere.
        if (token is { Length: > 0 } && token.All(c => c is > ' ' and <= '~'))
            return new EnrollmentService(parsed.GetRequiredValue(Service), token, texts, error);
        error.WriteLine(texts.Format("Service_NoToken", TokenVariable));
        return null;
    }

    private static bool MayCarryATokenTo(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
