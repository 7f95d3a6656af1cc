import type { Vocabulary } from './words.ts'

export const pt: Vocabulary = {
  username: `
    *usuário*, *utilizador*, número de cliente, conta, cpf, identificação, matrícula, código de cliente,
    número de funcionário, número mecanográfico, código do operador, código do agente,
    código do atendente, número de contribuinte, identificador, número de sócio, número do cliente,
    código do cliente`,
  email: 'correio eletrónico',
  phone: 'telefone, telemóvel, celular, número de telefone, número de celular',
  password: '*senha*, palavra passe, palavra chave, código secreto, código pin',
  current: 'atual, antiga, anterior',
  fresh: `
    nova, criar senha, crie uma senha, escolha, definir senha, novo, criar palavra passe, defina*,
    definir palavra passe`,
  confirm: 'repetir*, repita, novamente, redigite, de novo, outra vez, redigitar',
  rules: 'pelo menos, caracteres, mínimo, deve conter, deve ter, uma maiúscula, no mínimo',
  otp: `
    código de verificação, código de segurança, código sms, código único, código de autenticação,
    código temporário, código recebido, código enviado, dois fatores, duas etapas, dois passos,
    código do aplicativo, senha de uso único`,
  companyCode: `
    empresa, domínio, filial, agência, unidade, cnpj, loja, entidade, código da empresa, código da loja,
    código da filial, código da agência, estabelecimento, sucursal, ponto de venda, concessionária,
    franquia, instituição, inquilino, espaço de trabalho, base de dados, banco de dados`,
  notPassword: `
    cartão, resposta, chave api, número do cartão, chave de api, pergunta secreta, pergunta de segurança,
    código de barras`,
  captcha: 'caracteres da imagem, digite o código, código da imagem, texto da imagem, não sou um robô',
  search: `
    *buscar*, busca, pesquisa, pesquisar, procurar, localizar, pesquise, encontrar, filtrar,
    palavras chave`,
  newsletter: 'boletim, assine, inscreva se, novidades, subscreva, subscrever, receba novidades',
  person: `
    nome, sobrenome, apelido, nascimento, endereço, morada, rua, cidade, cep, país, sexo, dia, mês, ano,
    nome completo, data de nascimento, bairro, código postal, profissão, gênero, género, localidade,
    distrito`,
  signIn: `
    entrar, entre, iniciar sessão, inicie sessão, acessar, acesso, aceder, já sou cliente, já tenho conta,
    já tem conta, autenticação, autenticar, área do cliente, acesse, fazer login, faça login,
    efetuar login, efetue login, aceda, área reservada, área restrita, área do aluno, já sou cadastrado,
    início de sessão, acessar conta, sessão bloqueada`,
  signUp: `
    cadastr*, registar*, registre se, registe se, registrar, registo, registro, criar conta,
    crie sua conta, criar uma conta, crie uma conta, inscrever*, novo cliente, novo usuário, abrir conta,
    novo utilizador, criar perfil, abra sua conta, cadastre se, crie a sua conta`,
  reset: 'esquec*, redefinir*, recuperar*, repor*, recuperação*, redefinição*, reposição*, nova senha por*',
  forgot: `
    esquec*, recuperar*, redefinir*, perdeu*, repor*, problemas para entrar, perdi a senha,
    perdi minha senha`,
  change: `
    alterar senha, alterar a senha, mudar senha, trocar senha, alterar palavra passe, alteração de senha,
    nova senha, nova palavra passe, redefinir senha, mude sua senha, alterar a palavra passe,
    alterar sua senha, mudança de senha, troca de senha`,
  remember: `
    lembrar*, lembre*, manter sessão*, manter conectado, permanecer*, mantenha*, lembrar me,
    continuar conectado, manter a sessão*, confiar neste*`,
  terms: `
    aceito, termos, condições, política de privacidade, li e, desejo receber, concordo, li e aceito,
    termos de uso`,
  next: 'próximo, seguinte, continuar, avançar, enviar, confirmar, prosseguir, validar',
  save: `
    salvar*, guardar*, aplicar, atualizar, alterar, testar*, salvar alterações, guardar alterações,
    testar conexão, adicionar usuário, adicionar utilizador`,
  manage: `
    editar usuário, editar utilizador, novo usuário, adicionar usuário, gerenciar usuários,
    gestão de utilizadores, função, perfil de acesso, permissões, adicionar utilizador, criar utilizador,
    criar usuário, novo operador, lista de usuários, perfil de usuário, gestão de usuários, papéis`,
  settings: `
    servidor, porta, criptografia, configurações, definições, servidor de saída, servidor de e mail,
    nome do host, encriptação`,
}
